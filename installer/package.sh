# What others can install, made of the checkout's build: read by ../sipsleuth. The same commit gives the same bytes.
#
#   target/packages/sipsleuth_VERSION_amd64.deb            the program with the Java that it needs
#   target/packages/sipsleuth-training_VERSION_amd64.deb   what trains networks
#   target/packages/sipsleuth-VERSION-linux-x64.tar.gz     the same to unpack anywhere
#   target/packages/sipsleuth-training-VERSION-linux-x64.tar.gz
#   target/packages/SHA256SUMS, …-bom.json (CycloneDX), …-third-party.txt

installer=$home/installer
packaging=$installer/target
packages=$packaging/packages
tree=$packaging/tree         # what is installed as /usr/lib/sipsleuth
training_tree=$packaging/training
share=$packaging/share       # what is installed as /usr/share

# What jdeps finds in the jars, without what no part of the program that is used needs (java.net.http of Smile, java.compiler
# of ND4J's copy of Guava); German reports need the locale data.
java_modules=java.base,java.desktop,java.logging,java.management,java.scripting,java.sql,java.xml,jdk.localedata,jdk.management,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs
glibc=2.34 # that the packages depend on; Debian 12 has 2.36
javafx_modules=javafx.controls,javafx.fxml,javafx.swing

package_usage() {
    cat <<'END'
Usage: ./sipsleuth package
Builds what others can install, in installer/target/packages: packages for Debian, portable archives,
checksums, the bill of materials (CycloneDX) and the licences of all libraries.

Needs dpkg-deb, strip (binutils), tar, gzip and git; the version is that of pom.xml, before a release
with the time and hash of the commit. Two builds of one commit give the same bytes where JDK,
binutils and dpkg are the same. Exit: 0 all are made, 1 something failed, 2 wrong usage.
END
}

require_packagers() {
    missing=
    for pair in dpkg-deb:dpkg strip:binutils tar:tar gzip:gzip git:git; do
        command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair#*:}"
    done
    [ -z "$missing" ] || { say "packages cannot be built; install first:$missing"; exit 1; }
}

find_version() { # sets version, commit and the time of the commit, which all files get
    commit=$(git -C "$home" rev-parse --short=9 HEAD 2>/dev/null) || { say 'packages are built from a commit; this is no checkout of git'; exit 1; }
    SOURCE_DATE_EPOCH=$(git -C "$home" log -1 --format=%ct)
    export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
    date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
    version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$home/pom.xml" | head -n 1)
    case $version in
        *-SNAPSHOT) version=${version%-SNAPSHOT}~$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d.%H%M%S).$commit ;;
    esac
    if [ -n "$(git -C "$home" status --porcelain)" ]; then
        version=$version+changes
        say "this tree has changes that are not committed; the packages are called $version"
    fi
}

build_parts() { # the program, the module evaluate, and the bill of materials
    if is_stale; then build; fi
    if is_evaluation_stale; then build_evaluation; fi
    take_lock
    bill=$target/bom.json
    if is_older "$bill" "$stamp"; then
        say 'listing the libraries'
        : >"$log"
        in_background -Dstart -Dbill.phase=compile compile || { tell_failure; exit 1; }
    fi
    release
}

lay_runtime() { # JavaFX is linked into it; its libraries, and those of jars, lie in its lib
    natives=$packaging/natives
    cp -r "$run/fx" "$packaging/fx"
    "$jdk/bin/java" "$installer/StripNatives.java" "$natives" "$packaging"/fx/*.jar "$tree"/lib/*.jar
    "$jdk/bin/jlink" --module-path "$packaging/fx" --add-modules "$java_modules,$javafx_modules" --include-locales en,de \
        --strip-java-debug-attributes --no-man-pages --no-header-files --compress zip-0 --output "$tree/runtime"
    mv "$natives"/* "$tree/runtime/lib/"
    # The program is no client of TLS; a JDK of a distribution has the certificates of this machine here.
    rm -rf "$tree/runtime/lib/security/cacerts" "$tree"/runtime/bin/keytool "$tree"/runtime/bin/jrunscript \
        "$tree/runtime/lib/libsplashscreen.so"
    find "$tree/runtime" -name '*.so' -exec strip --strip-unneeded {} +
    for program in "$tree/runtime/bin/java" "$tree/runtime/lib/jspawnhelper" "$tree/runtime/lib/jexec"; do
        strip "$program"
    done
}

require_old_glibc() { # no part may ask for a newer one than the packages depend on
    highest=$(find "$tree" \( -name '*.so' -o -path '*/runtime/bin/*' -o -name jspawnhelper -o -name jexec \) -type f \
        -exec objdump -T {} + 2>/dev/null | grep -o 'GLIBC_[0-9][0-9.]*' | sort -V | tail -n 1)
    say "needs ${highest:-no symbol of glibc}; the packages depend on GLIBC_$glibc"
    [ -n "$highest" ] && [ "$(printf '%s\n' "$highest" "GLIBC_$glibc" | sort -V | tail -n 1)" = "GLIBC_$glibc" ] \
        || { say 'the packages depend on an older glibc than they need'; exit 1; }
}

lay_program() {
    mkdir -p "$tree/bin" "$tree/sh" "$tree/lib"
    cp "$run"/lib/*.jar "$tree/lib/"
    cp "$installer/sh/sipsleuth" "$tree/bin/"
    for part in options.sh start.sh lock.sh train.sh doctor.sh; do cp "$scripts/$part" "$tree/sh/"; done
    cp "$installer/sh/place.sh" "$tree/sh/"
    cp "$commands" "$tree/sh/"
    cp -r "$home/sample-captures" "$packaging/samples"
    mkdir "$tree/sample-captures"
    cp "$packaging"/samples/*.pcap "$packaging"/samples/*.pcapng "$packaging"/samples/*.json "$packaging/samples/README.md" "$tree/sample-captures/"
}

lay_training() {
    mkdir -p "$training_tree"
    cp "$run"/training/*.jar "$evaluation"/*.jar "$training_tree/"
}

complete_bill() { # Maven knows nothing of the runtime
    "$jdk/bin/java" "$installer/CompleteBill.java" "$bill" "$tree/runtime" "$packaging/bom.json" "$tree/lib" "$packaging/fx" \
        "$training_tree"
    bill=$packaging/bom.json
}

run_built() { # a command of the program
    "$jdk/bin/java" $cli_options -cp "$run/lib/*" org.sipsleuth.app.Main "$@"
}

lay_share() {
    doc=$share/doc/sipsleuth
    mkdir -p "$doc" "$share/bash-completion/completions" "$share/zsh/vendor-completions"
    run_built completion bash | sed '1{/^#!/d}' >"$share/bash-completion/completions/sipsleuth"
    run_built completion zsh >"$share/zsh/vendor-completions/_sipsleuth"
    mkdir -p "$share/man/man1"
    run_built help --man | gzip -n -9 >"$share/man/man1/sipsleuth.1.gz"
    for icon in "$home"/app/src/main/resources/org/sipsleuth/app/workbench/icon-*.png; do
        pixels=${icon##*-}
        pixels=${pixels%.png}
        mkdir -p "$share/icons/hicolor/${pixels}x$pixels/apps"
        cp "$icon" "$share/icons/hicolor/${pixels}x$pixels/apps/org.sipsleuth.SipSleuth.png"
    done
    cp "$home/LICENSE" "$doc/LICENSE"
    cp "$home/app/src/main/resources/org/sipsleuth/app/third-party.txt" "$doc/"
    cp "$bill" "$doc/bom.json"
    mkdir "$doc/docs"
    cp -r "$home"/docs/*.md "$home/docs/images" "$doc/docs/"
    cp -r "$installer/share/." "$share/"
    find "$share" -name '*.in' | while IFS= read -r template; do
        fill "$template" >"${template%.in}"
        rm "$template"
    done
}

fill() { # a template
    sed -e "s|@VERSION@|$version|g" -e "s|@DATE@|$date|g" -e "s|@COMMIT@|$commit|g" -e "s|@GLIBC@|$glibc|g" -e "s|@SIZE@|${size:-}|g" "$1"
}

settle() { # rights and times of a tree: the same wherever it was built
    find "$1" -type d -exec chmod 755 {} +
    find "$1" -type f -exec chmod 644 {} +
    for program in bin/sipsleuth sh/train.sh runtime/bin/java runtime/lib/jspawnhelper runtime/lib/jexec; do
        for folder in "$1" "$1"/*/ "$1"/usr/lib/sipsleuth; do
            if [ -f "$folder/$program" ]; then chmod 755 "$folder/$program"; fi
        done
    done
    find "$1" -depth -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

archive() { # folder to be packed, with all that is in it
    settle "$packaging/$1"
    tar --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -C "$packaging" -cf - "$1" | gzip -n -9 >"$packages/$1-linux-x64.tar.gz"
}

package_deb() { # name of the package, folder that holds its files and DEBIAN
    size=$(du -k -s --apparent-size "$2/usr" | cut -f 1)
    fill "$installer/deb/$1.control.in" >"$2/DEBIAN/control"
    (cd "$2" && find usr -type f | LC_ALL=C sort | xargs -d '\n' md5sum >DEBIAN/md5sums)
    settle "$2"
    for script in postinst prerm postrm; do
        if [ -f "$2/DEBIAN/$script" ]; then
            chmod 755 "$2/DEBIAN/$script"
        fi
    done
    dpkg-deb --root-owner-group -Zxz -z9 --build "$2" "$packages/$1_${version}_amd64.deb" >>"$log"
}

package_program() {
    root=$packaging/deb
    mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib"
    cp -r "$tree" "$root/usr/lib/sipsleuth"
    printf '%s deb\n' "$version" >"$root/usr/lib/sipsleuth/build"
    cp -r "$share" "$root/usr/share"
    rm "$root/usr/share/doc/sipsleuth/LICENSE" # named by copyright, which Debian has
    ln -s ../lib/sipsleuth/bin/sipsleuth "$root/usr/bin/sipsleuth"
    write_copyright "$root/usr/share/doc/sipsleuth" "$tree/lib"
    mkdir -p "$root/usr/share/lintian/overrides"
    cp "$installer/deb/sipsleuth.lintian-overrides" "$root/usr/share/lintian/overrides/sipsleuth"
    change_log "$root/usr/share/doc/sipsleuth" sipsleuth
    for script in postinst prerm; do cp "$installer/deb/$script" "$root/DEBIAN/"; done
    package_deb sipsleuth "$root"
    folder=sipsleuth-$version
    cp -r "$tree" "$packaging/$folder"
    printf '%s tar.gz\n' "$version" >"$packaging/$folder/build"
    cp -r "$share" "$packaging/$folder/share"
    mv "$packaging/$folder/share/doc/sipsleuth/LICENSE" "$packaging/$folder/"
    archive "$folder"
}

package_training() {
    root=$packaging/training-deb
    mkdir -p "$root/DEBIAN" "$root/usr/lib/sipsleuth" "$root/usr/share/doc/sipsleuth-training"
    cp -r "$training_tree" "$root/usr/lib/sipsleuth/training"
    write_copyright "$root/usr/share/doc/sipsleuth-training" "$training_tree"
    change_log "$root/usr/share/doc/sipsleuth-training" sipsleuth-training
    package_deb sipsleuth-training "$root"
    folder=sipsleuth-training-$version
    mkdir -p "$packaging/$folder"
    cp -r "$training_tree" "$packaging/$folder/training"
    cp "$home/LICENSE" "$packaging/$folder/"
    archive "$folder"
}

write_copyright() { # folder that gets it, folder of the jars that it is about
    sh "$installer/deb/copyright.sh" "$home/app/src/main/resources/org/sipsleuth/app/third-party.txt" "$2" >"$1/copyright"
}

change_log() { # folder, package: what Debian wants of it; the project's own is in the repository
    printf '%s (%s) unstable; urgency=medium\n\n  * Changes: CHANGELOG.md of the source.\n\n -- %s  %s\n' "$2" "$version" \
        "$(sed -n 's/^Maintainer: //p' "$installer/deb/sipsleuth.control.in")" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" |
        gzip -n -9 >"$1/changelog.gz"
}

package() {
    case $# in
        0) ;;
        *)
            case $1 in
                -h | --help) package_usage; exit 0 ;;
            esac
            say "package: unknown argument: $1"
            package_usage >&2
            exit 2
            ;;
    esac
    require_jdk
    require_packagers
    find_version
    build_parts
    for old in packages tree training share fx natives samples deb training-deb bom.json; do rm -rf "${packaging:?}/$old"; done
    rm -rf "$packaging"/sipsleuth-*
    mkdir -p "$packages"
    say "packing $version"
    lay_program
    lay_runtime
    lay_training
    require_old_glibc
    complete_bill
    lay_share
    package_program
    package_training
    cp "$bill" "$packages/sipsleuth-$version-bom.json"
    cp "$share/doc/sipsleuth/third-party.txt" "$packages/sipsleuth-$version-third-party.txt"
    (cd "$packages" && LC_ALL=C sha256sum sipsleuth* >SHA256SUMS)
    say "the packages are in $packages"
    cat "$packages/SHA256SUMS"
}
