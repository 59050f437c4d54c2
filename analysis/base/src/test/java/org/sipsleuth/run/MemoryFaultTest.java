package org.sipsleuth.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryFaultTest {

    /// As the JVM throws them where memory runs out.
    static Stream<Throwable> ofMemory() {
        OutOfMemoryError memory = new OutOfMemoryError("Java heap space");
        Throwable again = new NoClassDefFoundError("Could not initialize class org.sipsleuth.SomeClass");
        again.initCause(new ExceptionInInitializerError(
                "Exception java.lang.OutOfMemoryError: Java heap space [in thread \"main\"]"));
        return Stream.of(memory, new ExceptionInInitializerError(memory),
                new BootstrapMethodError("bootstrap method initialization exception", memory),
                new ServiceConfigurationError("a provider could not be made", memory),
                new IllegalStateException(new RuntimeException(memory)), again);
    }

    @ParameterizedTest
    @MethodSource("ofMemory")
    void memoryThatRanOutIsSeenThroughWhatWrapsIt(Throwable fault) {
        assertTrue(MemoryFault.isIn(fault), fault.toString());
    }

    static Stream<Throwable> ofSomethingElse() {
        Exception first = new IllegalStateException("first");
        Exception ring = new IllegalStateException("second", first);
        first.initCause(ring);
        return Stream.of(ring, new IOException("java.lang.OutOfMemoryError"),
                new ExceptionInInitializerError("Exception java.lang.ArithmeticException: / by 0"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("ofSomethingElse")
    void otherFaultsAreNot(Throwable fault) {
        assertFalse(MemoryFault.isIn(fault));
    }
}
