/// What a case contains.
///
/// In: rows of its tables. Out: evidence, attachments, verdicts, bookmarks, aliases and filters, as
/// records.
@NullMarked
package org.sipsleuth.casefile.entry;

import org.jspecify.annotations.NullMarked;

