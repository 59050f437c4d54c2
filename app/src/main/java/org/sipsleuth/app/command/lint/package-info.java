/// What `lint` lists.
///
/// In: an index of captures. Out: rows about departures from the RFCs, or their counts by sender;
/// the names of the columns of the data formats are a contract.
@NullMarked
package org.sipsleuth.app.command.lint;

import org.jspecify.annotations.NullMarked;
