/// What calls cost, by account and destination range, and with which rates.
///
/// In: a ledger of the open capture. Out: a list beside the call graph.
@NullMarked
package org.sipsleuth.view.social.ledger;

import org.jspecify.annotations.NullMarked;
