package org.sipsleuth.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.TestModel;

/// What holds for everything that is given as a model: it is refused with a reason, or it is one
/// that can be written and read again.
final class ModelCheck {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;

    private ModelCheck() {}

    /// Reads inputs.
    ///
    /// @return how many are models
    static long run(List<byte[]> inputs) {
        return inputs.stream().filter(input -> input.length > 0 && isModel(file(input))).count();
    }

    private static byte[] file(byte[] input) {
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        return switch (input[0] % 3) {
            case ModelSeeds.FACTS -> TestModel.withFacts(rest);
            case ModelSeeds.MENDED -> mended(rest);
            default -> rest;
        };
    }

    /// With the checksums that its entries have, as far as entries follow each other.
    private static byte[] mended(byte[] file) {
        ByteBuffer zip = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (long at = 0; at + LOCAL_BYTES <= file.length && zip.getInt((int) at) == LOCAL;) {
            int header = (int) at;
            long begin = at + LOCAL_BYTES + (zip.getShort(header + 26) & 0xffff);
            long end = begin + (zip.getInt(header + 18) & 0xffffffffL);
            if (end > file.length) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(file, (int) begin, (int) (end - begin));
            replaceEverywhere(zip, zip.getInt(header + 14), (int) crc.getValue());
            at = end;
        }
        return file;
    }

    private static void replaceEverywhere(ByteBuffer zip, int number, int other) {
        for (int at = 0; number != other && at + Integer.BYTES <= zip.limit(); at++) {
            if (zip.getInt(at) == number) {
                zip.putInt(at, other);
            }
        }
    }

    private static boolean isModel(byte[] file) {
        ModelFile model;
        try {
            model = ModelFile.read(file);
        } catch (ModelFormatException e) {
            assertNotNull(e.getMessage());
            assertFalse(e.getMessage().isBlank());
            return false;
        }
        assertEquals(file.length, model.bytes());
        ModelFile again = writtenAndRead(model);
        assertEquals(model.modelFacts(), again.modelFacts());
        assertEquals(model.arrays(), again.arrays());
        assertEquals(model.facts(), again.facts());
        return true;
    }

    private static ModelFile writtenAndRead(ModelFile model) {
        try {
            return ModelFile.read(model.toBytes());
        } catch (ModelFormatException e) {
            throw new AssertionError("a model was written that cannot be read", e);
        }
    }
}
