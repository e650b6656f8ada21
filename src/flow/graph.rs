//! The order in which bodies are evaluated: what a body calls or names comes before it.
//!
//! Bodies that call each other form a strongly connected component; components are found with Tarjan's algorithm, without
//! recursion, in time linear in nodes and edges. A component's level is one more than the highest level it refers to, so
//! all components of one level can be evaluated side by side, and the result does not depend on the thread count.
//!
//! Example: `main` calls `a` and `b`, which call each other, and `b` names `KEY`: levels are {`KEY`}, {`a`, `b`}, {`main`}.

/// Components by level; each component is a list of node numbers in ascending order.
pub fn levels(edges: &[Vec<usize>]) -> Vec<Vec<Vec<usize>>> {
    let components = components(edges);
    let mut component_of = vec![0; edges.len()];
    for (c, nodes) in components.iter().enumerate() {
        nodes.iter().for_each(|&n| component_of[n] = c);
    }
    // Tarjan gives components in reverse topological order: those referred to come first.
    let mut level = vec![0; components.len()];
    let mut out: Vec<Vec<Vec<usize>>> = Vec::new();
    for (c, nodes) in components.into_iter().enumerate() {
        let below = nodes.iter().flat_map(|&n| &edges[n]).map(|&m| component_of[m]).filter(|&d| d != c);
        level[c] = below.map(|d| level[d] + 1).max().unwrap_or(0);
        if out.len() <= level[c] {
            out.resize(level[c] + 1, Vec::new());
        }
        out[level[c]].push(nodes);
    }
    out
}

const UNSEEN: usize = usize::MAX;

struct Tarjan<'e> {
    edges: &'e [Vec<usize>],
    index: Vec<usize>,
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    next: usize,
    out: Vec<Vec<usize>>,
}

fn components(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let n = edges.len();
    let mut tarjan = Tarjan {
        edges,
        index: vec![UNSEEN; n],
        low: vec![0; n],
        on_stack: vec![false; n],
        stack: Vec::new(),
        next: 0,
        out: Vec::new(),
    };
    for node in 0..n {
        if tarjan.index[node] == UNSEEN {
            tarjan.visit(node);
        }
    }
    tarjan.out
}

impl Tarjan<'_> {
    fn enter(&mut self, node: usize) {
        self.index[node] = self.next;
        self.low[node] = self.next;
        self.next += 1;
        self.stack.push(node);
        self.on_stack[node] = true;
    }

    fn visit(&mut self, root: usize) {
        self.enter(root);
        let mut work = vec![(root, 0)];
        while let Some((node, edge)) = work.pop() {
            if let Some(&target) = self.edges[node].get(edge) {
                work.push((node, edge + 1));
                if self.index[target] == UNSEEN {
                    self.enter(target);
                    work.push((target, 0));
                } else if self.on_stack[target] {
                    self.low[node] = self.low[node].min(self.index[target]);
                }
                continue;
            }
            self.leave(node);
            if let Some(&(parent, _)) = work.last() {
                self.low[parent] = self.low[parent].min(self.low[node]);
            }
        }
    }

    fn leave(&mut self, node: usize) {
        if self.low[node] != self.index[node] {
            return;
        }
        let mut component = Vec::new();
        while let Some(member) = self.stack.pop() {
            self.on_stack[member] = false;
            component.push(member);
            if member == node {
                break;
            }
        }
        component.sort_unstable();
        self.out.push(component);
    }
}

#[cfg(test)]
mod tests {
    use super::levels;

    #[test]
    fn what_is_referred_to_comes_first() {
        // 0 -> 1, 2; 1 <-> 2; 2 -> 3; 4 alone.
        let edges = vec![vec![1, 2], vec![2], vec![1, 3], vec![], vec![]];
        let found = levels(&edges);
        assert_eq!(found, vec![vec![vec![3], vec![4]], vec![vec![1, 2]], vec![vec![0]]]);
    }

    #[test]
    fn a_long_chain_needs_no_stack() {
        let n = 200_000;
        let edges: Vec<Vec<usize>> = (0..n).map(|i| if i + 1 < n { vec![i + 1] } else { vec![0] }).collect();
        assert_eq!(levels(&edges), vec![vec![(0..n).collect::<Vec<_>>()]]);
    }
}
