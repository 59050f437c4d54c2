/// What is believed of the source of the message that the ladder stands at, up to that message.
///
/// In: a message of an index, [org.sipsleuth.view.belief.state.Beliefs]. Out: a node beside the
/// prediction, and the source and period that the page shall show.
@NullMarked
package org.sipsleuth.view.belief.step;

import org.jspecify.annotations.NullMarked;
