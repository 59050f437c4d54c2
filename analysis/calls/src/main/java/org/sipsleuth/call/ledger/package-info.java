/// Fraud ledger: calls, minutes and cost of each account by destination range.
///
/// In: call records, the rates of dialled numbers. Out: rows, accounts, sums.
@NullMarked
package org.sipsleuth.call.ledger;

import org.jspecify.annotations.NullMarked;
