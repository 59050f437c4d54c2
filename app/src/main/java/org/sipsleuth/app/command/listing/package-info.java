/// What the subcommands list.
///
/// In: an index of captures. Out: rows and reports about files, messages and dialogs; the names of
/// the columns of the data formats are a contract.
@NullMarked
package org.sipsleuth.app.command.listing;

import org.jspecify.annotations.NullMarked;
