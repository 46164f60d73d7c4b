package org.spmjava.tests.endtoend;

import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;

/** A whole program, which a test runs from modules. */
final class SurveyProgram {

    private SurveyProgram() {}

    /** Says from which module it runs, what its task returned, and how the command ended. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(SurveyProgram.class.getModule());
        CloudOptions options = CloudOptions.defaults().withSpokes(1);
        boolean serial = arguments[0].equals("serial");
        try (VirtualCloud cloud =
                serial ? SerialVirtualCloud.create(options) : AeronVirtualCloud.createAsync(options)) {
            SurveysManager manager = SurveysManager.define(
                    cloud,
                    status -> System.out.println(
                            status.returnValue().get("not yet").places()));
            manager.task()
                    .label("the only one")
                    .module(SurveysTask.Module.SURVEYS)
                    .places(1)
                    .push();
            Conclusion conclusion = manager.manage(
                    cloud.intraAll(),
                    SpokeCount.DEFAULT,
                    SpokeCount.DEFAULT,
                    Timeout.afterSeconds(30),
                    Timeout.afterSeconds(60));
            System.out.println(conclusion.concludedWell());
        }
    }
}
