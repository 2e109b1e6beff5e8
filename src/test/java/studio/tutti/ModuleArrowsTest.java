package studio.tutti;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import java.util.Set;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The arrows between the rooms of the house, as docs/architecture.md draws them. */
@DisplayName("The modules' arrows")
class ModuleArrowsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("studio.tutti");

    private static final Set<String> TRANSCENDENTAL = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh",
            "exp", "expm1", "pow", "log", "log10", "log1p", "cbrt", "hypot");

    private static final String[] FEATURES = {
            "studio.tutti.assistant..", "studio.tutti.mastering..", "studio.tutti.exchange.."};

    /** What reads and writes files of sound knows nobody, and everybody but the core may ask it. */
    private static final String AUDIO_FILE = "studio.tutti.audiofile..";

    @Test
    @DisplayName("every module keeps its internals to itself, and there are no circles")
    void modulithHolds() {
        ApplicationModules.of(TuttiApplication.class).verify();
    }

    @Test
    @DisplayName("core sees java.base and the null annotations only")
    void coreStandsAlone() {
        check(classes().that().resideInAPackage("studio.tutti.core..")
                .should().onlyDependOnClassesThat(
                        resideInAnyPackage("studio.tutti.core..", "org.jspecify.annotations..")
                                .or(describe("are of java.base", type -> isOfJavaBase(type.getBaseComponentType().getName())))));
    }

    @Test
    @DisplayName("core takes sines, exponentials and logarithms from core.dsp, so that they have the same bits everywhere")
    void coreHasOneSine() {
        check(noClasses().that().resideInAPackage("studio.tutti.core..").and().resideOutsideOfPackage("studio.tutti.core.dsp..")
                .should().callMethodWhere(describe("is a transcendental function of Math or StrictMath", ModuleArrowsTest::isTranscendental)));
        check(noClasses().that().resideInAPackage("studio.tutti.core..")
                .should().callMethodWhere(describe("is a transcendental function of Math", call ->
                        isTranscendental(call) && call.getTargetOwner().getName().equals("java.lang.Math")))
                .because("Math may differ in the last bit between platforms"));
    }

    @Test
    @DisplayName("browser sees core and TeaVM, and nobody else sees TeaVM")
    void browserIsTheOnlyOneThatKnowsTeaVm() {
        check(classes().that().resideInAPackage("studio.tutti.browser..")
                .should().onlyDependOnClassesThat().resideInAnyPackage(
                        "studio.tutti.browser..", "studio.tutti.core..", "org.teavm..", "org.jspecify.annotations..", "java.."));
        check(noClasses().that().resideOutsideOfPackage("studio.tutti.browser..")
                .should().dependOnClassesThat().resideInAnyPackage("org.teavm..", "studio.tutti.browser.."));
    }

    @Test
    @DisplayName("features see core, jobs, library, collaboration and accounts, but not one another")
    void featuresKeepApart() {
        for (String feature : FEATURES) {
            check(classes().that().resideInAPackage(feature)
                    .should().onlyDependOnClassesThat(
                            resideInAnyPackage(feature, "studio.tutti.core..", "studio.tutti.jobs..", "studio.tutti.library..",
                                    "studio.tutti.collaboration..", "studio.tutti.account..", AUDIO_FILE)
                                    .or(describe("are of a library", type -> !type.getPackageName().startsWith("studio.tutti")))));
        }
    }

    @Test
    @DisplayName("files of sound are read and written without knowing what for")
    void audioFilesStandAlone() {
        check(classes().that().resideInAPackage(AUDIO_FILE)
                .should().onlyDependOnClassesThat(
                        resideInAnyPackage(AUDIO_FILE)
                                .or(describe("are of a library", type -> !type.getPackageName().startsWith("studio.tutti")))));
    }

    @Test
    @DisplayName("nobody but the application itself sees web and cli")
    void facesAreOnTop() {
        check(noClasses().that().resideOutsideOfPackages("studio.tutti.web..", "studio.tutti.cli..")
                .should().dependOnClassesThat().resideInAnyPackage("studio.tutti.web..", "studio.tutti.cli.."));
        check(noClasses().that().resideOutsideOfPackage("studio.tutti.web..")
                .should().dependOnClassesThat().resideInAPackage("com.vaadin.."));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static boolean isOfJavaBase(String name) {
        if (!name.contains(".")) {
            return true; // a primitive type
        }
        try {
            return name.startsWith("java.")
                    && "java.base".equals(Class.forName(name, false, null).getModule().getName());
        } catch (ClassNotFoundException elsewhere) {
            return false;
        }
    }

    private static boolean isTranscendental(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return (owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath"))
                && TRANSCENDENTAL.contains(call.getName());
    }
}
