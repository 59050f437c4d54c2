/// The account: every frame that yielded no SIP message, by reason, and every defect, by kind.
///
/// In: an index. Out: a page, and its copies as text or CSV on the clipboard.
@NullMarked
package org.sipsleuth.view.account;

import org.jspecify.annotations.NullMarked;
