package org.spmjava.examples.mapreduce;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Makes jobs by their classes' names. */
final class Jobs {

    private Jobs() {}

    /**
     * Makes a job.
     *
     * @param className the binary name of a public class that implements {@link Job}
     * @param settings for its constructor
     * @throws JobException if there is no such class, or its constructor refuses the settings
     */
    static Job<?, ?> make(String className, Settings settings) {
        try {
            Class<?> type = Class.forName(className);
            if (!Job.class.isAssignableFrom(type)) {
                throw new JobException(className + " is not a " + Job.class.getName());
            }
            return (Job<?, ?>) instance(type, settings);
        } catch (ClassNotFoundException e) {
            throw new JobException("there is no job `" + className + "`: it is wordcount, join, or the name of a class"
                    + " on the class path");
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof JobException refused
                    ? refused
                    : new JobException(className + " cannot be made: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new JobException(className + " needs a public constructor that takes Settings, or nothing");
        }
    }

    private static Object instance(Class<?> type, Settings settings) throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Settings.class) {
                return constructor.newInstance(settings);
            }
        }
        Object job = type.getConstructor().newInstance();
        if (!settings.values().isEmpty()) {
            throw new JobException(type.getName() + " takes no settings, such as "
                    + settings.values().keySet());
        }
        return job;
    }
}
