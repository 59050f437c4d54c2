/// The Bayes tree of paper 4: one root, the class of the traffic, and eight leaves.
///
/// In: [org.sipsleuth.belief.network.BeliefTables] and an
/// [org.sipsleuth.belief.network.Observation]. Out: a [org.sipsleuth.belief.network.Belief], and
/// every number of the calculation as [org.sipsleuth.belief.network.Reasoning]. Knows nothing of
/// messages.
@NullMarked
package org.sipsleuth.belief.network;

import org.jspecify.annotations.NullMarked;
