package org.sipsleuth.capture;

import org.sipsleuth.text.EnumTexts;

/// Why a capture cannot be read, or not to its end. The texts are in the bundle of the package.
public enum CaptureFault {
    NOT_A_FILE,
    EMPTY,
    TOO_SHORT,
    UNKNOWN_FORMAT,
    TEXT_WITHOUT_SIP,
    TEXT_WITH_ZEROS,
    CONVERT_FIRST,
    UNPACK_FIRST,
    CASE,
    DOCUMENT,
    PCAP_HEADER,
    PCAP_HEADER_CUT,
    FRAME_HEADER_CUT,
    FRAME_LENGTH,
    FRAME_CUT,
    FRAME_EXCEEDS_BLOCK,
    RECORD_TYPE,
    SECTION_HEADER,
    BYTE_ORDER,
    BLOCK_END,
    BLOCK_LENGTH,
    BLOCK_LENGTHS_DIFFER,
    BLOCK_CUT,
    INTERFACE_SHORT,
    INTERFACES_TOO_MANY,
    INTERFACE_UNKNOWN,
    PACKET_SHORT,
    SIMPLE_PACKET_SHORT,
    ZERO_TAIL,
    COMPRESSION_NESTED,
    COMPRESSION_START,
    COMPRESSION_CUT,
    COMPRESSION_DAMAGED,
    COMPRESSION_TRAILING,
    UNPACK_LIMIT,
    UNPACK_SPACE,
    TAR_HEADER,
    TAR_CUT,
    TAR_CAPTURES,
    TAR_FRAMES,
    TAR_OTHERS,
    TAR_PACKED,
    TAR_WITHOUT_CAPTURES;

    /// What happened, as a sentence.
    ///
    /// @param arguments of the pattern in the bundle
    public String text(Object... arguments) {
        return EnumTexts.text(this, arguments);
    }
}
