/// The account of frames that gave no message.
///
/// In: frames with the reason why. Out: how many, and which were the first.
@NullMarked
package org.sipsleuth.capture.account;

import org.jspecify.annotations.NullMarked;
