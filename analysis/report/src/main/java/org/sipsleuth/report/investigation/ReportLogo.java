package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// A picture at the head of a report, which becomes part of it.
///
/// @param mediaType `image/png` or `image/jpeg`
/// @param base64 its bytes
public record ReportLogo(String mediaType, String base64) {

    /// Larger files are refused.
    public static final int MOST_BYTES = 512 * 1024;

    /// Larger pictures are refused, however small their files: they are unpacked in memory.
    public static final int MOST_PIXELS_A_SIDE = 4_000;

    private static final int PNG = 0x89504e47;
    private static final int JPEG = 0xffd8ff;

    /// Reads a logo.
    ///
    /// @throws IOException with a sentence for the user if it cannot be read, is too large, or is
    ///     neither PNG nor JPEG
    public static ReportLogo read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("not a file");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException("larger than " + MOST_BYTES / 1024 + " KiB");
        }
        String type = type(bytes);
        checkSize(file);
        return new ReportLogo(type, Base64.getEncoder().encodeToString(bytes));
    }

    private static String type(byte[] bytes) throws IOException {
        int start = 0;
        for (int i = 0; i < 4 && i < bytes.length; i++) {
            start = (start << Byte.SIZE) | (bytes[i] & 0xff);
        }
        if (start == PNG) {
            return "image/png";
        }
        if (start >>> Byte.SIZE == JPEG) {
            return "image/jpeg";
        }
        throw new IOException("neither PNG nor JPEG");
    }

    private static void checkSize(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("a damaged picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if (reader.getWidth(0) > MOST_PIXELS_A_SIDE || reader.getHeight(0) > MOST_PIXELS_A_SIDE) {
                    throw new IOException("wider or higher than " + MOST_PIXELS_A_SIDE + " pixels");
                }
            } finally {
                reader.dispose();
            }
        }
    }
}
