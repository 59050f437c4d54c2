/// Media without anybody in it: packets of RTP and RTCP and pseudonyms in, packets of the same form
/// and length out, with silence in them.
@NullMarked
package org.sipsleuth.export.anonymize.media;

import org.jspecify.annotations.NullMarked;

