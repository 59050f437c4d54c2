/// What the page *Edge* computes.
///
/// In: a capture, what counts as an attack, settings. Out: replays with and without protection.
@NullMarked
package org.sipsleuth.view.edge.run;

import org.jspecify.annotations.NullMarked;
