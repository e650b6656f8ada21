//! Shows a report: text, short, JSON, cargo messages, SARIF.
