/// Media without anybody in it.
///
/// In: packets of RTP and RTCP, and pseudonyms. Out: packets of the same form and length, with
/// silence in them.
@NullMarked
package org.sipsleuth.export.anonymize.media;

import org.jspecify.annotations.NullMarked;
