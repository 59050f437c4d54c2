/// The texts of the page *Edge*.
///
/// In: protections, classes of messages, outcomes. Out: their names and sentences.
@NullMarked
package org.sipsleuth.view.edge.text;

import org.jspecify.annotations.NullMarked;
