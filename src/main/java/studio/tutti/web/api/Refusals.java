package studio.tutti.web.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.library.MediaRefused;

/** Says in a sentence why something was refused, for all that don't say it themselves. */
@RestControllerAdvice(basePackageClasses = Refusals.class)
class Refusals {

    @ExceptionHandler(NoSuchSong.class)
    ResponseEntity<String> none(NoSuchSong none) {
        return sentence(HttpStatus.NOT_FOUND, none);
    }

    @ExceptionHandler(MediaRefused.class)
    ResponseEntity<String> refused(MediaRefused refused) {
        return sentence(refused.isFull() ? HttpStatus.INSUFFICIENT_STORAGE : HttpStatus.UNPROCESSABLE_CONTENT, refused);
    }

    private static ResponseEntity<String> sentence(HttpStatus status, Exception reason) {
        return ResponseEntity.status(status).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(reason.getMessage());
    }
}
