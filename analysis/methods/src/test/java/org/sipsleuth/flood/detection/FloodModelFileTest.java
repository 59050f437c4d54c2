package org.sipsleuth.flood.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.flood.network.InventedNetworks;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;

class FloodModelFileTest {

    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void aModelThatIsReadScoresAsBefore(NetworkKind kind) throws ModelFormatException {
        ModelFile file = InventedFloodModel.file();
        FloodModel read = FloodModel.open(ModelFile.read(file.toBytes()));
        float[] inputs = InventedNetworks.inputs(10, 2);
        assertEquals(FloodModel.open(file).network(kind).score(inputs, 0), read.network(kind).score(inputs, 0), 0);
        assertEquals(0.9, read.threshold(kind), 0);
        assertEquals(InventedFloodModel.settings(4), read.settings());
    }

    @Test
    void theSameModelHasTheSameBytes() {
        assertArrayEquals(InventedFloodModel.file().toBytes(), InventedFloodModel.file().toBytes());
    }

    /// The facts promise another memory than the arrays have.
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 512})
    void weightsOfAnotherSizeAreRefused(int units) {
        ModelFile file = InventedFloodModel.file(InventedFloodModel.settings(units), 0.9);
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> FloodModel.open(file));
        assertEquals("weights/gru.input.f32: has the shape 5 × 12 instead of 5 × " + 3 * units, refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1})
    void aThresholdThatIsNoProbabilityIsRefused(double threshold) {
        ModelFile file = InventedFloodModel.file(InventedFloodModel.settings(4), threshold);
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> FloodModel.open(file));
        assertEquals("thresholds.gru: is not within 0 to 1", refused.getMessage());
    }
}
