/// The switches of protections, each with what it does alone.
///
/// In: replays of single protections. Out: rows of switches, which the user turns.
@NullMarked
package org.sipsleuth.view.edge.protection;

import org.jspecify.annotations.NullMarked;
