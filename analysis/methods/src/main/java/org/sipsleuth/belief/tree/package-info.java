/// The Bayes tree of paper 4: one root, the class of the traffic, and eight leaves.
///
/// In: [org.sipsleuth.belief.tree.BeliefTables] and an
/// [org.sipsleuth.belief.tree.Observation]. Out: a [org.sipsleuth.belief.tree.Belief], and every
/// number of the calculation as [org.sipsleuth.belief.tree.Reasoning]. Knows nothing of messages.
@NullMarked
package org.sipsleuth.belief.tree;

import org.jspecify.annotations.NullMarked;
