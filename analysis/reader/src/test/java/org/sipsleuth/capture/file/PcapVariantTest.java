package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.run.RunMonitor;

class PcapVariantTest {

    @TempDir Path directory;

    private static byte[] file(ByteOrder order, String magic, String version, int fileMore, int recordMore) {
        String[] numbers = version.split("\\.");
        boolean swapped = version.equals("2.2") || version.equals("543.0");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(24 + fileMore)
                .order(order)
                .putInt(Integer.parseUnsignedInt(magic, 16))
                .putShort(Short.parseShort(numbers[0]))
                .putShort(Short.parseShort(numbers[1]))
                .putInt(16, 65_535)
                .putInt(20, 1)
                .array());
        for (int length : List.of(60, 70, 80)) {
            int wire = length == 80 ? 1500 : length;
            bytes.writeBytes(ByteBuffer.allocate(16 + recordMore + length)
                    .order(order)
                    .putInt(1_500_000_000)
                    .putInt(7)
                    .putInt(swapped ? wire : length)
                    .putInt(swapped ? length : wire)
                    .array());
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "a1b2c3d4,2.4,0,0,PCAP,1500000000000007000",
        "a1b2c3d4,2.2,0,0,PCAP,1500000000000007000",
        "a1b2c3d4,2.3,0,0,PCAP,1500000000000007000",
        "a1b2c3d4,543.0,0,0,PCAP,1500000000000007000",
        "a1b23c4d,2.4,0,0,PCAP_NANOSECONDS,1500000000000000007",
        "a1b2cd34,2.4,0,8,PCAP_KUZNETZOV,1500000000000007000",
        "a1b2cd34,2.4,0,12,PCAP_KUZNETZOV,1500000000000007000",
        "1c0001ab,2.4,4,0,PCAP_IXIA,1500000000000007000",
        "1c0001ac,2.4,4,0,PCAP_IXIA,1500000000000000007"})
    void everyVariantIsReadInBothByteOrders(String magic, String version, int fileMore, int recordMore,
            CaptureFormat format, long nanos) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            byte[] bytes = file(order, magic, version, fileMore, recordMore);
            CaptureFile capture =
                    CaptureFile.open(Files.write(Files.createTempFile(directory, "t", ".cap"), bytes), RunMonitor.NONE);
            assertEquals(format, capture.format());
            var reader = capture.frames();
            List<Integer> lengths = new ArrayList<>();
            Frame frame = new Frame();
            while (reader.next(frame)) {
                lengths.add(frame.capturedBytes());
                assertEquals(nanos, frame.capturedAtNanos());
                assertEquals(1, frame.linkType());
            }
            assertEquals(List.of(60, 70, 80), lengths);
            assertEquals(1, reader.notes().snapped());
            assertEquals(Optional.empty(), reader.damage());
        }
    }
}
