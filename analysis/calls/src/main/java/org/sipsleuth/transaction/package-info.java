/// Transactions on every hop they were captured on, and the calls they make.
///
/// In: a [org.sipsleuth.dialog.SipIndex]. Out: a [org.sipsleuth.transaction.TransactionTable]:
/// who asked whom for what, with which credentials, and how it was answered. What a proxy passes
/// on is known as a copy, so that an attempt counts once wherever the capture was made.
@NullMarked
package org.sipsleuth.transaction;

import org.jspecify.annotations.NullMarked;
