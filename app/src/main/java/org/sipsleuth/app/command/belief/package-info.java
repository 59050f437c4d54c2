/// `sipsleuth beliefs`: what the traffic of each source is believed to be, period by period.
///
/// In: an index, a model, what is tried out. Out: rows for people and for other programs.
@NullMarked
package org.sipsleuth.app.command.belief;

import org.jspecify.annotations.NullMarked;
