package org.sipsleuth.sequence.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

class NetworkTest {

    private static final int SYMBOLS = 7;

    static Stream<Network> networks() {
        return Stream.of(Invented.network(new ConvolutionSettings(5), 37, 12, SYMBOLS),
                Invented.network(new ConvolutionSettings(9), 40, 13, SYMBOLS),
                Invented.network(new ConvolutionSettings(1), 2, 2, SYMBOLS),
                Invented.network(new RecurrentSettings(21), 37, 12, SYMBOLS),
                Invented.network(RecurrentSettings.paper(), 10, 13, SYMBOLS));
    }

    @Test
    void aNetworkHasTheParametersOfThePaper() {
        Network convolution = Invented.network(ConvolutionSettings.paper(), 928, 56, 18);
        assertEquals(417_264, convolution.parameters());
        long recurrent =
                Network.shapes(RecurrentSettings.paper(), 928, 56, 18).stream().mapToLong(WeightShape::count).sum();
        assertEquals(4_377_376, recurrent);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void askingInBetweenChangesNoBit(Network network) {
        for (int[] sequence : Invented.sequences(50, network.length() + 3, SYMBOLS)) {
            Reading reading = network.read();
            for (int seen = 1; seen <= sequence.length; seen++) {
                reading.next(sequence[seen - 1]);
                Output whole = Invented.whole(network, Arrays.copyOf(sequence, seen));
                assertSame(whole, reading.output());
                assertSame(whole, reading.output());
                assertEquals(seen, reading.observed());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void manyAtOnceGiveTheSameBits(Network network) {
        List<int[]> sequences = Invented.sequences(70, network.length() + 3, SYMBOLS);
        AtomicInteger used = new AtomicInteger();
        network.outputs(sequences, (output, i) -> {
            assertEquals(used.getAndIncrement(), i);
            assertSame(Invented.whole(network, sequences.get(i)), output);
        });
        assertEquals(70, used.get());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aCopyGoesOnByItself(Network network) {
        for (int[] sequence : Invented.sequences(20, network.length(), SYMBOLS)) {
            Reading reading = network.read();
            for (int symbol : sequence) {
                reading.next(symbol);
            }
            Reading copy = reading.copy();
            reading.next(1);
            assertEquals(sequence.length, copy.observed());
            assertSame(Invented.whole(network, sequence), copy.output());
            copy.next(1);
            assertSame(reading.output(), copy.output());
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aReadingThatBeginsAgainRemembersNothing(Network network) {
        Reading reading = network.read();
        for (int[] sequence : Invented.sequences(20, network.length() + 3, SYMBOLS)) {
            reading.restart();
            assertSame(network.read().output(), reading.output());
            for (int symbol : sequence) {
                reading.next(symbol);
            }
            assertSame(Invented.whole(network, sequence), reading.output());
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsNoMessageIsRefused(Network network) {
        Reading reading = network.read();
        for (int symbol : new int[]{0, -2, SYMBOLS}) {
            assertThrows(IllegalArgumentException.class, () -> reading.next(symbol));
            List<int[]> sequences = List.of(new int[]{1, symbol});
            assertThrows(IllegalArgumentException.class, () -> network.outputs(sequences, (_, _) -> {}));
        }
        assertEquals(0, reading.observed());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void weightsMakeTheNetworkAgain(Network network) {
        List<NamedWeights> weights = new ArrayList<>(network.weights()).reversed();
        Network again = Network.of(network.settings(), network.classes(), network.length(), network.symbols(), weights);
        int[] sequence = {1, 3, -1, 2};
        assertSame(Invented.whole(network, sequence), Invented.whole(again, sequence));
    }

    @Test
    void whatComesAfterTheLengthChangesNothing() {
        networks().forEach(network -> {
            int[] longer = new int[network.length() + 1];
            Arrays.fill(longer, 2);
            int[] cut = Arrays.copyOf(longer, network.length());
            Output whole = Invented.whole(network, cut);
            assertSame(whole, Invented.whole(network, longer));
        });
    }

    private static void assertSame(Output wanted, Output output) {
        assertArrayEquals(wanted.logits(), output.logits(), 0);
        assertArrayEquals(wanted.probabilities(), output.probabilities(), 0);
        assertEquals(wanted.best(), output.best());
        assertEquals(wanted.maximum(), output.maximum(), 0);
        assertEquals(wanted.skewness(), output.skewness(), 0);
        assertEquals(wanted.kurtosis(), output.kurtosis(), 0);
        assertTrue(output.maximum() > 0);
    }
}
