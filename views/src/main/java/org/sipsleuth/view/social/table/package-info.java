/// Tables of call records as another source of calls.
///
/// In: a file. Out: which of its columns say what, and the calls.
@NullMarked
package org.sipsleuth.view.social.table;

import org.jspecify.annotations.NullMarked;
