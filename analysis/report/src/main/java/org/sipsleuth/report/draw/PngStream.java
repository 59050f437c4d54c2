package org.sipsleuth.report.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes a PNG (ISO/IEC 15948) stretch after stretch, so that the picture never stands in memory
/// as a whole. Close it to end the picture.
public final class PngStream implements Closeable {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS = 8;
    private static final int TRUE_COLOUR = 2;
    private static final int CHANNELS = 3;
    private static final int SUB_FILTER = 1;
    private static final int CHUNK_BYTES = 1 << 16;

    private final DataOutputStream out;
    private final int width;
    private final Deflater deflater = new Deflater();
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream(CHUNK_BYTES);
    private final DeflaterOutputStream packing = new DeflaterOutputStream(packed, deflater);

    /// @param out is not closed
    /// @param width of the picture in pixels
    /// @param height of the picture, of all stretches together
    public PngStream(OutputStream out, int width, int height) throws IOException {
        this.out = new DataOutputStream(out);
        this.width = width;
        this.out.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[]{BITS, TRUE_COLOUR, 0, 0, 0});
        chunk("IHDR", header.toByteArray());
    }

    /// Adds the first rows of an image that is as wide as the picture.
    public void add(BufferedImage image, int rows) throws IOException {
        int[] pixels = new int[width];
        byte[] line = new byte[1 + width * CHANNELS];
        for (int row = 0; row < rows; row++) {
            image.getRGB(0, row, width, 1, pixels, 0, width);
            line[0] = SUB_FILTER;
            int before = 0;
            for (int x = 0; x < width; x++) {
                int pixel = pixels[x];
                int at = 1 + x * CHANNELS;
                line[at] = (byte) ((pixel >> 16) - (before >> 16));
                line[at + 1] = (byte) ((pixel >> 8) - (before >> 8));
                line[at + 2] = (byte) (pixel - before);
                before = pixel;
            }
            packing.write(line);
            if (packed.size() >= CHUNK_BYTES) {
                flushPacked();
            }
        }
    }

    private void flushPacked() throws IOException {
        chunk("IDAT", packed.toByteArray());
        packed.reset();
    }

    private void chunk(String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }

    @Override
    public void close() throws IOException {
        packing.finish();
        deflater.end();
        flushPacked();
        chunk("IEND", new byte[0]);
        out.flush();
    }
}
