/// The page of social behaviour (paper 5): who called whom, which users behave alike, and how one
/// differs from the others.
///
/// In: the calls of the open capture. Out: a page.
@NullMarked
package org.sipsleuth.view.social;

import org.jspecify.annotations.NullMarked;
