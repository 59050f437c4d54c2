package com.sun.glass.ui.headless;

import com.sun.glass.ui.Cursor;
import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.Window;
import java.nio.ByteBuffer;

/// JavaFX's headless platform with what tests of a workbench need beyond it: a screen of any size
/// (`-Dheadless.geometry=1600x1000`), image cursors, and a robot whose mouse events carry the keys
/// that are held. It is bound to the internals of the JavaFX version that the project names.
public final class HeadlessPlusApplication extends HeadlessApplication {

    private static final HeadlessWindowManager WINDOW_MANAGER = new HeadlessWindowManager();
    private static final int DEPTH_BITS = 32;
    private static final int BYTES_PER_PIXEL = 4;
    private static final int DOTS_PER_INCH = 100;

    private Screen[] screens;
    private HeadlessRobot robot;

    @Override
    public GlassRobot createRobot() {
        robot = new HeadlessPlusRobot(this);
        return robot;
    }

    @Override
    public Window createWindow(Window owner, Screen screen, int styleMask) {
        HeadlessWindow window = new HeadlessWindow(WINDOW_MANAGER, owner, screen, frameBuffer, styleMask);
        if (robot != null) {
            robot.windowAdded(window);
            window.setRobot(robot);
        }
        return window;
    }

    @Override
    public Cursor createCursor(int x, int y, Pixels pixels) {
        return new HeadlessCursor(Cursor.CURSOR_DEFAULT);
    }

    @Override
    protected Screen[] staticScreen_getScreens() {
        if (screens == null) {
            String[] geometry = System.getProperty("headless.geometry", "1600x1000").split("x", 2);
            int width = Integer.parseInt(geometry[0]);
            int height = Integer.parseInt(geometry[1]);
            screens = new Screen[]{screen(width, height)};
            frameBuffer = ByteBuffer.allocate(width * height * BYTES_PER_PIXEL);
        }
        return screens;
    }

    private static Screen screen(int width, int height) {
        return new Screen(0, DEPTH_BITS, 0, 0, width, height, 0, 0, width, height, 0, 0, width, height, DOTS_PER_INCH,
                DOTS_PER_INCH, 1f, 1f, 1f, 1f);
    }
}
