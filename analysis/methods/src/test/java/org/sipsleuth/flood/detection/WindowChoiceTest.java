package org.sipsleuth.flood.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.training.LabelledWindows;

class WindowChoiceTest {

    /// Of two files: 1,000 windows of which every fourth is malicious, and 30 of which none is.
    private static LabelledWindows chosen(int most) {
        WindowChoice choice = new WindowChoice(most, 2);
        for (int i = 0; i < 1_000; i++) {
            choice.add(i, i % 4 == 0, 0);
        }
        for (int i = 0; i < 30; i++) {
            choice.add(1_000 + i, false, 1);
        }
        float[] inputs = new float[1_030 + FloodNetwork.WINDOW];
        IntStream.range(0, inputs.length).forEach(i -> inputs[i] = i);
        return choice.chosen(inputs);
    }

    @Test
    void ofEachFileAndLabelThereAreAtMostSoMany() {
        LabelledWindows windows = chosen(100);
        assertEquals(100, windows.maliciousCount());
        assertEquals(230, windows.size());
    }

    @Test
    void theyAreEvenlySpread() {
        LabelledWindows windows = chosen(5);
        assertEquals(15, windows.size());
        int[] malicious = IntStream.range(0, windows.size()).filter(windows::isMalicious).toArray();
        for (int i = 0; i < malicious.length; i++) {
            float start = windows.windows(malicious, i, i + 1)[0];
            assertEquals(200 * i + 196, start, 0);
        }
    }

    @Test
    void zeroChoosesAll() {
        assertEquals(1_030, chosen(0).size());
        assertEquals(250, chosen(0).maliciousCount());
    }
}
