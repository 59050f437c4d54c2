/// The filter bar: where filters are typed, with completion, chosen from presets, saved and used
/// again.
///
/// In: what somebody types. Out: the window's filter,
/// [org.sipsleuth.view.session.filter.FilterModel]; filters that are remembered.
@NullMarked
package org.sipsleuth.view.filter;

import org.jspecify.annotations.NullMarked;
