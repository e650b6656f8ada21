//! Routes, handlers and guards of web applications.
