/// The flow of messages through a border, by stage and outcome.
///
/// In: a replay. Out: ribbons on one scale, and which messages have an outcome.
@NullMarked
package org.sipsleuth.view.edge.flow;

import org.jspecify.annotations.NullMarked;
