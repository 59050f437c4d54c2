/// How requests are written: what identifies a program whatever address and name it uses.
///
/// In: the text of requests. Out: a [org.sipsleuth.fingerprint.Fingerprint], and the nearest known
/// device or tool.
@NullMarked
package org.sipsleuth.fingerprint;

import org.jspecify.annotations.NullMarked;
