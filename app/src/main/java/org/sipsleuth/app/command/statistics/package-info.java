/// Statistics as the command line prints them.
///
/// In: rows of figures. Out: listings.
@NullMarked
package org.sipsleuth.app.command.statistics;

import org.jspecify.annotations.NullMarked;
