/// Filters that come with the program.
///
/// In: nothing. Out: [org.sipsleuth.filter.preset.Preset], names with the text of a filter each.
@NullMarked
package org.sipsleuth.filter.preset;

import org.jspecify.annotations.NullMarked;
