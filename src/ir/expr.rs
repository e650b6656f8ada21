//! Expressions, patterns and statements.

use std::sync::Arc;

use crate::base::{Idx, Span, Symbol};
use crate::ir::{ItemId, Name, Path, TypeId};

/// Index of an expression in its file.
pub type ExprId = Idx<Expr>;
/// Index of a pattern in its file. A binding pattern's id also names the local variable.
pub type PatId = Idx<Pat>;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Its shape.
    pub kind: ExprKind,
    /// Its place; parentheses around it are not part of it.
    pub span: Span,
}

/// Shapes of expressions. Parentheses and invisible groups are gone.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// A literal.
    Literal(Literal),
    /// A variable, constant, function, unit struct or variant.
    Path(Path),
    /// `f(a, b)`; tuple structs and variants too.
    Call {
        /// Usually a path.
        callee: ExprId,
        /// The arguments.
        args: Vec<ExprId>,
    },
    /// `x.f::<T>(a)`.
    MethodCall {
        /// `x`.
        receiver: ExprId,
        /// `f`.
        method: Name,
        /// `T`.
        generics: Vec<TypeId>,
        /// The arguments without the receiver.
        args: Vec<ExprId>,
    },
    /// `x.f`, `x.0`.
    Field {
        /// `x`.
        base: ExprId,
        /// `f` or `0`.
        name: Name,
    },
    /// `x[i]`.
    Index {
        /// `x`.
        base: ExprId,
        /// `i`; a range for slices.
        index: ExprId,
    },
    /// `-x`, `!x`, `*x`.
    Unary {
        /// The operator.
        op: UnaryOp,
        /// `x`.
        operand: ExprId,
    },
    /// `a + b`, `a == b`, `a && b` ..
    Binary {
        /// The operator.
        op: BinaryOp,
        /// Left.
        lhs: ExprId,
        /// Right.
        rhs: ExprId,
    },
    /// `a = b`, `a ^= b`.
    Assign {
        /// The place written.
        target: ExprId,
        /// The operator of a compound assignment.
        op: Option<BinaryOp>,
        /// The value.
        value: ExprId,
    },
    /// `&x`, `&mut x`, `&raw mut x`.
    Ref {
        /// With `mut`.
        mutable: bool,
        /// `x`.
        operand: ExprId,
    },
    /// `x as T`.
    Cast {
        /// `x`.
        operand: ExprId,
        /// `T`.
        ty: TypeId,
    },
    /// `[a, b]`; `vec![a, b]` is a macro call that means this.
    Array(Vec<ExprId>),
    /// `[x; n]`.
    Repeat {
        /// `x`.
        value: ExprId,
        /// `n`.
        len: ExprId,
    },
    /// `(a, b)`; `()` is empty.
    Tuple(Vec<ExprId>),
    /// `S { a: x, ..base }`.
    Struct {
        /// `S`.
        path: Path,
        /// The fields given.
        fields: Vec<FieldInit>,
        /// `base`.
        base: Option<ExprId>,
    },
    /// A key-value literal of a macro such as `json!({ "k": v })`.
    Map(Vec<(ExprId, ExprId)>),
    /// `{ .. }`, also `unsafe`, `const`, labelled.
    Block(Block),
    /// `async { .. }`.
    Async(Block),
    /// `if c { a } else { b }`; `c` may hold [`ExprKind::Let`].
    If {
        /// The condition.
        cond: ExprId,
        /// A block.
        then: ExprId,
        /// A block or another `if`.
        otherwise: Option<ExprId>,
    },
    /// `let p = x` in a condition.
    Let {
        /// `p`.
        pat: PatId,
        /// `x`.
        value: ExprId,
    },
    /// `match x { .. }`.
    Match {
        /// `x`.
        scrutinee: ExprId,
        /// The arms.
        arms: Vec<Arm>,
    },
    /// `loop`, `while`, `for`.
    Loop {
        /// Which, with its header.
        kind: LoopKind,
        /// A block.
        body: ExprId,
    },
    /// `|a, b| x`.
    Closure {
        /// The parameters.
        params: Vec<ClosureParam>,
        /// `-> T`.
        ret: Option<TypeId>,
        /// `x`.
        body: ExprId,
        /// With `async`.
        is_async: bool,
    },
    /// `x?`.
    Try(ExprId),
    /// `x.await`.
    Await(ExprId),
    /// `return x`.
    Return(Option<ExprId>),
    /// `break x`.
    Break(Option<ExprId>),
    /// `continue`.
    Continue,
    /// `a..b`, `a..=b`.
    Range {
        /// `a`.
        start: Option<ExprId>,
        /// `b`.
        end: Option<ExprId>,
    },
    /// A function-like macro call.
    Macro(Box<MacroCall>),
    /// `_` on the left of an assignment.
    Underscore,
    /// Syntax that is not understood; counted as a problem.
    Opaque,
}

/// A literal with its value.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `"a"`, raw strings too.
    Str(Arc<str>),
    /// `b"a"`, `c"a"`.
    Bytes(Arc<[u8]>),
    /// `b'a'`.
    Byte(u8),
    /// `'a'`.
    Char(char),
    /// `1`, `0x1_u8`; `None` beyond 128 bits.
    Int(Option<u128>, Option<Symbol>),
    /// `1.0`, as written.
    Float(Symbol),
    /// `true`.
    Bool(bool),
}

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    /// `-`
    Neg,
    /// `!`
    Not,
    /// `*`
    Deref,
}

/// Binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Rem,
    /// `&&`
    And,
    /// `||`
    Or,
    /// `^`
    BitXor,
    /// `&`
    BitAnd,
    /// `|`
    BitOr,
    /// `<<`
    Shl,
    /// `>>`
    Shr,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

/// `name: value` in a struct expression; `{ name }` has the path `name` as value.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldInit {
    /// The field.
    pub name: Name,
    /// The value.
    pub value: ExprId,
}

/// Statements and the value of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The statements in order.
    pub stmts: Vec<Stmt>,
    /// The expression without `;` at the end.
    pub tail: Option<ExprId>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Stmt {
    /// `let p: T = x else { .. };`
    Let {
        /// `p`.
        pat: PatId,
        /// `T`.
        ty: Option<TypeId>,
        /// `x`.
        value: Option<ExprId>,
        /// The `else` block.
        otherwise: Option<ExprId>,
        /// The whole statement with attributes and `;`.
        span: Span,
    },
    /// An expression statement; `span` includes attributes and the `;`.
    Expr(ExprId, Span),
    /// An item inside a body.
    Item(ItemId),
}

impl Stmt {
    /// What it computes.
    pub fn value(&self) -> Option<ExprId> {
        match self {
            Stmt::Let { value, .. } => *value,
            Stmt::Expr(e, _) => Some(*e),
            Stmt::Item(_) => None,
        }
    }
}

/// An arm of a `match`.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// The pattern, without its guard.
    pub pat: PatId,
    /// `if g`.
    pub guard: Option<ExprId>,
    /// The value.
    pub body: ExprId,
    /// The whole arm.
    pub span: Span,
}

/// Kinds of loops.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LoopKind {
    /// `loop`.
    Loop,
    /// `while c`.
    While(ExprId),
    /// `for p in x`.
    For(PatId, ExprId),
}

/// A parameter of a closure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClosureParam {
    /// The pattern.
    pub pat: PatId,
    /// The type, if given.
    pub ty: Option<TypeId>,
}

/// A function-like macro call.
#[derive(Clone, Debug, PartialEq)]
pub struct MacroCall {
    /// The macro's path: `format`, `tracing::info`.
    pub path: Path,
    /// What its arguments mean.
    pub form: MacroForm,
    /// Whether the meaning was guessed: the macro is not in the table of well-known ones.
    pub guessed: bool,
    /// Whether control never comes back: `panic!`, `bail!`.
    pub leaves: bool,
}

/// The meaning of a macro call.
#[derive(Clone, Debug, PartialEq)]
pub enum MacroForm {
    /// Exactly one expression: `vec![a]` an array, `matches!(x, p)` a `match`, `hex!("00")` a byte string literal,
    /// `json!({..})` a [`ExprKind::Map`], `select!` a block.
    Expr(ExprId),
    /// A format string with arguments.
    Format(FormatCall),
    /// Expressions in source order: `assert_eq!(a, b)`, `params![a, b]`, an unknown macro.
    Exprs(Vec<ExprId>),
    /// Statements.
    Block(Block),
    /// Items: `lazy_static! { static ref X: T = x; }` gives statics.
    Items(Vec<ItemId>),
    /// Not understood; counted.
    Opaque,
}

/// A call of a formatting or logging macro.
#[derive(Clone, Debug, PartialEq)]
pub struct FormatCall {
    /// Leading arguments that are no part of the message: the writer of `write!`, the condition of `assert!`, the level of `log!`.
    pub leading: Vec<ExprId>,
    /// The format string.
    pub template: Option<ExprId>,
    /// Everything that is formatted or recorded, in source order; inline captures `{name}` included.
    pub args: Vec<FormatArg>,
}

/// A formatted argument.
#[derive(Clone, Debug, PartialEq)]
pub struct FormatArg {
    /// `name = value`, or the field's name in `tracing`.
    pub name: Option<Name>,
    /// The value; for an inline capture a path expression whose span lies inside the literal.
    pub value: ExprId,
    /// How it is formatted.
    pub how: FormatTrait,
}

/// How an argument is formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatTrait {
    /// `{}`, `%x`.
    Display,
    /// `{:?}`, `?x`.
    Debug,
    /// `{:x}` and the like.
    Other,
    /// Not used by the template, or a structured field recorded as it is.
    Value,
}

/// A pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct Pat {
    /// Its shape.
    pub kind: PatKind,
    /// Its place.
    pub span: Span,
}

/// Shapes of patterns.
#[derive(Clone, Debug, PartialEq)]
pub enum PatKind {
    /// `_`.
    Wild,
    /// `..`.
    Rest,
    /// `x`, `ref mut x @ p`. A lone identifier may also be a constant or variant: resolution decides.
    Bind {
        /// `x`.
        name: Name,
        /// With `ref`.
        by_ref: bool,
        /// With `mut`.
        mutable: bool,
        /// `p`.
        sub: Option<PatId>,
    },
    /// `A::B`.
    Path(Path),
    /// `A(p, q)`.
    TupleStruct(Path, Vec<PatId>),
    /// `A { f: p, .. }`.
    Struct(Path, Vec<(Name, PatId)>),
    /// `(p, q)`.
    Tuple(Vec<PatId>),
    /// `[p, .., q]`.
    Slice(Vec<PatId>),
    /// `&p`, `box p`.
    Ref(PatId),
    /// `p | q`.
    Or(Vec<PatId>),
    /// A literal, `const` block or path constant given as an expression.
    Literal(ExprId),
    /// `a..=b`.
    Range(Option<ExprId>, Option<ExprId>),
    /// `p: T` (closure parameters that carry a type in the pattern).
    Typed(PatId, TypeId),
    /// Not understood.
    Opaque,
}
