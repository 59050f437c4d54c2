package org.sipsleuth.dialog;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// The bytes of messages, in the files they were captured in.
///
/// @param files the mapped captures, by the number of the file
/// @param messages where each message lies
record MessageBytes(List<MemorySegment> files, MessageTable messages) {

    MessageBytes {
        files = List.copyOf(files);
    }

    byte[] of(int message) {
        return files.get(messages.file(message))
                .asSlice(messages.offset(message), messages.lengthBytes(message))
                .toArray(ValueLayout.JAVA_BYTE);
    }
}
