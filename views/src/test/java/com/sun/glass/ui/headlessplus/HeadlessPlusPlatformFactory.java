package com.sun.glass.ui.headlessplus;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessPlusApplication;

/// Makes JavaFX draw in memory when it is started with `-Dglass.platform=HeadlessPlus`. JavaFX
/// finds it by its name, and works this way only from the class path.
public final class HeadlessPlusPlatformFactory extends HeadlessPlatformFactory {

    @Override
    public Application createApplication() {
        return new HeadlessPlusApplication();
    }
}
