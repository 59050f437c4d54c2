/// What a border does with each message from outside, one class per stage (paper 3, sections 3
/// and 5).
///
/// In: messages in the order of time, and the feedback of the stages behind. Out: a [Ruling] for
/// each. Stages know what a border can know at that time, and nothing of ground truth or incidents.
@NullMarked
package org.sipsleuth.edge.stage;

import org.jspecify.annotations.NullMarked;
