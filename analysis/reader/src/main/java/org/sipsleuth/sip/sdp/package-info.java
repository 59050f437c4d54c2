/// The RTP attributes of session descriptions (RFC 3551, RFC 8866).
///
/// In: the words of a media description. Out: [org.sipsleuth.sip.sdp.RtpDescription].
@NullMarked
package org.sipsleuth.sip.sdp;

import org.jspecify.annotations.NullMarked;
