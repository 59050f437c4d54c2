package org.sipsleuth.app.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// One window for all tests of a class, which each of them finds as [TestWindow#renew] leaves it.
/// It suits tests that read what the window says about a capture; one that is about what a window
/// remembers, or about what it shows before a capture is open, has a window of its own.
final class SharedWindow implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

    private final Consumer<TestWindow> settings;
    private Path directory;
    private TestWindow window;

    SharedWindow() {
        this(_ -> {});
    }

    /// @param settings what the window is told before it is shown
    SharedWindow(Consumer<TestWindow> settings) {
        this.settings = settings;
    }

    /// The window.
    TestWindow window() {
        return window;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, TimeoutException {
        directory = Files.createTempDirectory("sipsleuth-window");
        Stage stage = FxToolkit.registerPrimaryStage();
        window = new TestWindow(directory);
        settings.accept(window);
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(TestWindow.PATIENCE_SECONDS),
                () -> window.show(stage));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        FxRobot robot = new FxRobot();
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
        window.renew();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        window.run(() -> window.workbench().close());
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        window = null; // this extension lives as long as its class does, which is until the tests end
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FxRobot.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new FxRobot();
    }
}
