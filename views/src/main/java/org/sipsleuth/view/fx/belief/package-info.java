/// What is believed of the sources of the open capture, for whoever tells of it: the findings, and
/// the words of classes and leaves.
///
/// In: periods, a [org.sipsleuth.belief.BeliefModel]. Out: immutable snapshots.
@NullMarked
package org.sipsleuth.view.fx.belief;

import org.jspecify.annotations.NullMarked;
